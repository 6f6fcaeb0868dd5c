using System.Globalization;
using System.Text.Json;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Pipeline;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>The notes that the listener keeps for its next start, and what they say.</summary>
internal static class DiscordNotes
{
    public const string Source = "discord";

    private const string Guilds = "guild/";
    private const string Channels = "channel/";
    private const string Gaps = "gap/";
    private const string Searches = "threads/";
    private const string Identifies = "identify/";

    public static SourceNote Of(GuildState guild) => new(Source, Guilds + guild.Id, JsonSerializer.Serialize(guild, DiscordStateJson.Default.GuildState));

    public static SourceNote Of(ChannelState channel) => new(Source, Channels + channel.Id, JsonSerializer.Serialize(channel, DiscordStateJson.Default.ChannelState));

    public static SourceNote Of(ReadGap gap) => new(Source, Gaps + gap.Channel, JsonSerializer.Serialize(gap, DiscordStateJson.Default.ReadGap));

    /// <summary>A session is begun: Discord takes the next one with the same key some seconds later, whichever process asks.</summary>
    public static SourceNote OfIdentify(int key, DateTimeOffset at) => new(
        Source, Identifies + key.ToString(CultureInfo.InvariantCulture), at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    public static SourceNote Of(ThreadSearch search) => new(Source, Searches + search.Channel, JsonSerializer.Serialize(search, DiscordStateJson.Default.ThreadSearch));

    public static SourceNote NoGuild(Snowflake id) => new(Source, Guilds + id, Value: null);

    public static SourceNote NoChannel(Snowflake id) => new(Source, Channels + id, Value: null);

    public static SourceNote NoGap(Snowflake channel) => new(Source, Gaps + channel, Value: null);

    public static SourceNote NoSearch(Snowflake channel) => new(Source, Searches + channel, Value: null);

    /// <summary>When the last session of each key was begun.</summary>
    public static IEnumerable<(int Key, DateTimeOffset At)> Identified(IEnumerable<SourceNote> notes)
    {
        foreach (var note in notes.Where(note => note.Name.StartsWith(Identifies, StringComparison.Ordinal)))
        {
            if (int.TryParse(note.Name.AsSpan(Identifies.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var key)
                && long.TryParse(note.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            {
                yield return (key, DateTimeOffset.FromUnixTimeMilliseconds(at));
            }
        }
    }

    /// <summary>Puts what is stored back to where it was.</summary>
    /// <param name="isOwn">Whether a guild is one of those that are wanted.</param>
    public static void Read(IEnumerable<SourceNote> notes, DiscordDirectory directory, ReadingState reading, Func<Snowflake, bool> isOwn)
    {
        foreach (var note in notes.Where(note => note.Value is not null))
        {
            if (note.Name.StartsWith(Guilds, StringComparison.Ordinal))
            {
                Put(JsonSerializer.Deserialize(note.Value!, DiscordStateJson.Default.GuildState)!, guild => guild.Id, isOwn, directory.Put);
            }
            else if (note.Name.StartsWith(Channels, StringComparison.Ordinal))
            {
                Put(JsonSerializer.Deserialize(note.Value!, DiscordStateJson.Default.ChannelState)!, channel => channel.Guild, isOwn, directory.Put);
            }
            else if (note.Name.StartsWith(Gaps, StringComparison.Ordinal))
            {
                Put(JsonSerializer.Deserialize(note.Value!, DiscordStateJson.Default.ReadGap)!, gap => gap.Guild, isOwn, gap => reading.Open(gap));
            }
            else if (note.Name.StartsWith(Searches, StringComparison.Ordinal))
            {
                Put(JsonSerializer.Deserialize(note.Value!, DiscordStateJson.Default.ThreadSearch)!, search => search.Guild, isOwn, search => reading.Open(search));
            }
        }
    }

    private static void Put<T>(T stored, Func<T, Snowflake> guildOf, Func<Snowflake, bool> isOwn, Action<T> put)
    {
        if (isOwn(guildOf(stored)))
        {
            put(stored);
        }
    }
}
