using EngageBot.Chat;

namespace EngageBot.Outbox;

/// <summary>Buttons as they are stored with what the bot says: a line each, its id, whether it is the main one, and its label. Subject 0 stands for the entry itself.</summary>
internal static class StoredButtons
{
    private const char Between = '\t';
    private const string Main = "1";
    private const string Other = "0";

    /// <summary>Null for none.</summary>
    public static string? Of(IReadOnlyList<MessageButton> buttons) => buttons.Count == 0
        ? null
        : string.Join('\n', buttons.Select(button => $"{button.Id}{Between}{(button.IsMain ? Main : Other)}{Between}{OneLine.Of(button.Label, 75)}"));

    public static IReadOnlyList<MessageButton> Read(string? stored, long entry)
    {
        List<MessageButton> buttons = [];
        foreach (var line in stored?.Split('\n') ?? [])
        {
            if (line.Split(Between) is [var id, var main, var label] && ButtonId.TryParse(id, out var button))
            {
                buttons.Add(new MessageButton(button.Subject == 0 ? button with { Subject = entry } : button, label) { IsMain = main == Main });
            }
        }

        return buttons;
    }
}
