namespace EngageBot.History.Files;

/// <summary>What operating systems leave in folders and zips.</summary>
internal static class Clutter
{
    public static bool Is(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name[(name.LastIndexOf('/') + 1)..].StartsWith('.');
}
