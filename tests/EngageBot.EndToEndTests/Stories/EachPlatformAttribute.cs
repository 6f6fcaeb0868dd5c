using System.Reflection;
using Xunit.Sdk;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>A story that is the same on every platform.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachPlatformAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Enum.GetValues<TownPlatform>().Select(platform => new object[] { platform });
}
