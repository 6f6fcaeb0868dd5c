namespace EngageBot.Slack;

/// <summary>Words of the other side, fit for a log: one line, no control characters, of bounded length.</summary>
internal static class OneLine
{
    private const int Longest = 300;

    public static string Of(string? text)
    {
        var line = string.Concat((text ?? "").Take(Longest).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter)).Trim();
        return text?.Length > Longest ? line + "…" : line;
    }
}
