using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>A form for something that moderators have the bot say to everybody: where, and in which words.</summary>
internal static class AnnouncementForm
{
    private const string Channel = "channel";
    private const string Words = "words";
    private const int LongestText = 1_500;

    /// <summary>With what is escaped.</summary>
    private const int MostRoom = LongestText * 5 / 4;

    public static CommandForm Of(ButtonId id, string title, string? channel, string text, TextBook texts) => new(id, title,
    [
        new FormField(Channel, texts["announce.field.channel"]) { Value = channel ?? string.Empty, IsRequired = true },
        new FormField(Words, texts["announce.field.words"]) { Value = text, IsRequired = true, IsLong = true, MostCharacters = LongestText },
    ]);

    /// <summary>What is to be said where; else what is to be changed in the form.</summary>
    /// <param name="names">The names of the channels by their ids.</param>
    public static (ChannelId Channel, string Name, string Text)? Read(
        CommandRequest.Submitted form, IReadOnlyDictionary<string, string> names, TextBook texts, out Dictionary<string, string> complaints)
    {
        complaints = [];
        var written = form.Fields.GetValueOrDefault(Channel, string.Empty).Trim().Trim('<', '>').TrimStart('#');
        var text = ChatText.Clean(form.Fields.GetValueOrDefault(Words, string.Empty)).Trim();
        if (text.Length is 0 or > LongestText || MessageRoom.Of(text) > MostRoom)
        {
            complaints[Words] = texts.Of("announce.length", ("most", LongestText.ToString(CultureInfo.InvariantCulture)));
            return null;
        }

        foreach (var (id, name) in names)
        {
            if (CommunityRules.IsNamed(written, name, id))
            {
                return (new ChannelId(form.Community, id), name, text);
            }
        }

        complaints[Channel] = texts.Of("setup.bad.channel", ("written", OneLine.Of(written, 40)));
        return null;
    }
}
