using Xunit;

namespace EngageBot.TestKit;

/// <summary>A test that needs a disk of its own; skipped with the reason where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> CanMount = new(() => OperatingSystem.IsLinux() && Environment.UserName == "root" && TryAsync().GetAwaiter().GetResult());

    public MountFactAttribute() => Skip = CanMount.Value ? null : "a disk of its own can be mounted by root alone, on Linux";

    private static async Task<bool> TryAsync()
    {
        try
        {
            await using var disk = await MountedDisk.CreateAsync(mebibytes: 1);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
