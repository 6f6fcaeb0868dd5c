namespace EngageBot.History.Files;

/// <summary>Names of files may hold line breaks; messages to people may not.</summary>
internal static class OneLine
{
    private const int MaxLength = 200;

    public static string Of(string name)
    {
        var line = string.Create(name.Length, name, static (result, source) =>
        {
            for (var at = 0; at < source.Length; at++)
            {
                result[at] = char.IsControl(source[at]) ? '?' : source[at];
            }
        });

        return line.Length <= MaxLength ? line : $"{line[..MaxLength]}…";
    }
}
