using Xunit;

namespace EngageBot.TestKit;

/// <summary>A test that needs data from outside the repository; skipped with the reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(params string[] names)
    {
        Names = names;
        Skip = SharedData.MissingReason(names);
    }

    public IReadOnlyList<string> Names { get; }
}
