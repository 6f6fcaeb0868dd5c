using EngageBot.Chat;
namespace EngageBot.History.Files;

/// <summary>A file of a history, in a folder, in a zip or on its own. Its name is the path within the history, with '/' between folders.</summary>
internal sealed record HistoryFile(string Name, long Length)
{
    /// <summary>The name as it can stand in a one-line message.</summary>
    public string Label { get; } = OneLine.Of(Name);

    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>The path of the folder that it is in, with a '/' at the end; "" at the top.</summary>
    public string Folder => Name[..(Name.LastIndexOf('/') + 1)];

    public bool HasExtension(string extension) => Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
