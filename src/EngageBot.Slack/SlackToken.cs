namespace EngageBot.Slack;

/// <summary>
/// A token of Slack's. It prints as <c>…</c>, so that neither a log, an exception nor a dump of options can show it.
/// <see href="https://docs.slack.dev/authentication/tokens"/>.
/// </summary>
public abstract class SlackToken
{
    private readonly string _value;

    private protected SlackToken(string value, string prefix, string complaint)
    {
        var trimmed = value?.Trim() ?? "";
        if (!trimmed.StartsWith(prefix, StringComparison.Ordinal) || trimmed.Length == prefix.Length || !trimmed.All(IsTokenLetter))
        {
            throw new ArgumentException(complaint, nameof(value));
        }

        _value = trimmed;
    }

    /// <summary>The token itself, for the wire only.</summary>
    public string Reveal() => _value;

    public sealed override string ToString() => "…";

    private static bool IsTokenLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '%';
}
