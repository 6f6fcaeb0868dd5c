using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Stats;

namespace EngageBot.Reports;

/// <summary>Reads the messages that moderators are told about: whoever may be in a crisis first, then the newest of the others. There is no count of them.</summary>
internal sealed class NoteReader(WriteSession session, LineReader lines)
{
    private const int Told = 20;
    private const int CrisesTold = 10;

    private static readonly HotSql Noted = new(
        $"""
        SELECT m.id, m.at, m.kind
        FROM messages m
        JOIN members a ON a.id = m.author AND a.opted_out_at IS NULL
        WHERE m.channel = @channel AND m.at >= @from AND m.at <= @to AND (m.traits & 7) = 0 AND m.deleted_at IS NULL
            AND m.kind IN ({(int)PostKind.Crisis:D}, {(int)PostKind.Quarrel:D}, {(int)PostKind.Scam:D}, {(int)PostKind.Complaint:D})
        """,
        ("channel", DbType.Int64),
        ("from", DbType.Int64),
        ("to", DbType.Int64));

    public async Task<IReadOnlyList<ModeratorNote>> ReadAsync(CommunityFigures figures, CancellationToken cancellationToken)
    {
        List<Found> found = [];
        foreach (var channel in figures.Channels)
        {
            await using var reader = await session.ReadAsync(
                Noted, cancellationToken, channel.Key, figures.From.ToUnixTimeMilliseconds(), figures.To.ToUnixTimeMilliseconds());
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add(new Found(reader.GetInt64(0), reader.GetInt64(1), channel.Name, (PostKind)reader.GetInt32(2)));
            }
        }

        List<ModeratorNote> notes = [];
        foreach (var (message, _, channel, kind) in Chosen(found))
        {
            notes.Add(new ModeratorNote(await lines.LineAsync(message, cancellationToken), channel, kind, Words.WhyNoted(kind)));
        }

        return notes;
    }

    private static IReadOnlyList<Found> Chosen(IEnumerable<Found> found)
    {
        var newest = found.OrderByDescending(note => note.At).ThenByDescending(note => note.Message).ToLookup(note => note.Kind == PostKind.Crisis);
        var crises = newest[true].Take(CrisesTold).ToList();
        return [.. crises, .. newest[false].Take(Told - crises.Count)];
    }

    private readonly record struct Found(long Message, long At, string Channel, PostKind Kind);
}
