using System.Diagnostics;

namespace EngageBot.TestKit;

/// <summary>A small disk of its own, in memory, that can be filled.</summary>
public sealed class MountedDisk : IDisposable
{
    private MountedDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    public static MountedDisk Create(int mebibytes)
    {
        var folder = Directory.CreateTempSubdirectory("engagebot-disk-").FullName;
        return Run("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m", "none", folder) ? new MountedDisk(folder) : throw new InvalidOperationException("It could not be mounted.");
    }

    /// <summary>Nothing more goes onto it.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var block = new byte[4_096]; ;)
            {
                ballast.Write(block);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>There is room again.</summary>
    public void Empty() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
