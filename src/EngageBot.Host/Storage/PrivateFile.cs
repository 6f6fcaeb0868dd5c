namespace EngageBot.Host.Storage;

/// <summary>A file that only its owner reads: what people wrote is in it. SQLite makes what it puts beside it in the same way.</summary>
internal static class PrivateFile
{
    /// <summary>Makes it, empty, where it is missing.</summary>
    public static void Make(string path)
    {
        if (File.Exists(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            return; // What cannot be made is said by whoever opens it.
        }

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
    }
}
