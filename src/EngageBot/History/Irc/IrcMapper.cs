using EngageBot.Chat;
using EngageBot.History.Json;

namespace EngageBot.History.Irc;

/// <summary>Makes events of the lines of one log.</summary>
internal sealed class IrcMapper(Roster roster, string channel, int file, IrcScan scan, DateTimeOffset start, List<HistoryItem> items)
{
    /// <summary>Millions of lines, each seeming to be of another day, must not lead past the end of the calendar.</summary>
    private const long MaxElapsed = 1000L * 365 * 24 * 3600;

    private readonly IrcClock _clock = new(scan.IsTwelveHour);

    /// <returns>Whether the line could be used.</returns>
    public bool Add(ReadOnlySpan<byte> bytes, long number)
    {
        var line = IrcLine.Parse(bytes);
        if (line.Kind == IrcLineKind.Other)
        {
            return false;
        }

        if (line.Second >= 0)
        {
            _clock.Advance(line.Second);
        }

        var at = start.AddSeconds(Math.Min(_clock.Elapsed, MaxElapsed));
        var author = line.Nick.IsEmpty ? IrcNick.Nobody : scan.Nicks.Find(line.Nick) ?? IrcNick.Nobody;
        var text = JsonText.ReadText(line.Text);
        var channelId = roster.Enter(channel, name: null, ChannelVisibility.Everyone, [], at, items);
        items.Add(new HistoryItem.Happened(new MessageCreated(roster.Community, at)
        {
            Author = Meet(author, at),
            Channel = channelId,
            Id = IrcLineId.Of(file, number),
            Text = text,
            Mentions = line.Kind == IrcLineKind.System ? [] : [.. IrcMentions.In(text, author, scan.Nicks, number).Select(nick => Meet(nick, at))],
            Traits = (line.Kind == IrcLineKind.System ? MessageTraits.System : MessageTraits.None) | (author.IsBot ? MessageTraits.Bot : MessageTraits.None),
        }));
        return true;
    }

    private MemberId Meet(IrcNick nick, DateTimeOffset at) => roster.Meet(nick.Id, nick.Name, nick.IsBot, at, items);
}
