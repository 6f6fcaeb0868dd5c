using Xunit;

namespace EngageBot.TestKit;

/// <summary>A test that needs a disk of its own; skipped with the reason where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> CanMount = new(() => OperatingSystem.IsLinux() && Environment.UserName == "root" && Try());

    public MountFactAttribute() => Skip = CanMount.Value ? null : "a disk of its own can be mounted by root alone, on Linux";

    private static bool Try()
    {
        try
        {
            using var disk = MountedDisk.Create(mebibytes: 1);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
