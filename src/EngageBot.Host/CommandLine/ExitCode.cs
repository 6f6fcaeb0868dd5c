namespace EngageBot.Host.CommandLine;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something went wrong that is not the input's fault: a full disk, a locked database.</summary>
    public const int Failed = 1;

    /// <summary>The input or the command cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl+C, by the shells' convention.</summary>
    public const int Stopped = 130;
}
