using System.Globalization;

namespace EngageBot.Chat;

/// <summary>
/// What a button or form of the bot is for. It comes back from the platform as text, and so from outside: what is no such text is no button of the bot, and what
/// it names must be checked against the store.
/// </summary>
/// <param name="Command">The command that takes it ("ask").</param>
/// <param name="Action">What is to be done ("will").</param>
/// <param name="Subject">What it is about, by its key; 0 for nothing.</param>
public readonly record struct ButtonId(string Command, string Action, long Subject)
{
    /// <summary>Discord takes 100 characters, Slack 255.</summary>
    private const int Longest = 100;

    private const char Between = ':';

    public static bool TryParse(string? text, out ButtonId button)
    {
        var parts = text?.Length <= Longest ? text.Split(Between) : [];
        button = default;
        if (parts.Length != 3 || !IsName(parts[0]) || !IsName(parts[1]) || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var subject))
        {
            return false;
        }

        button = new ButtonId(parts[0], parts[1], subject);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Command}{Between}{Action}{Between}{Subject}");

    private static bool IsName(string text) => text.Length > 0 && text.All(static character => char.IsAsciiLetterLower(character) || character == '-');
}
