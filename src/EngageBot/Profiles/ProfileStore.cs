using System.Data;
using System.Runtime.InteropServices;
using EngageBot.Database;

namespace EngageBot.Profiles;

/// <summary>The tables of profiles and of the words of communities.</summary>
internal sealed class ProfileStore(WriteSession session)
{
    private static readonly HotSql FindProfile = new("SELECT profile FROM member_profiles WHERE member = @member", ("member", DbType.Int64));

    private static readonly HotSql HighestProfile = new("SELECT MAX(member) FROM member_profiles");

    private static readonly HotSql PutProfile = HotSql.Insert(
        "member_profiles",
        "ON CONFLICT (member) DO UPDATE SET profile = excluded.profile",
        keyLength: 1,
        ("member", DbType.Int64),
        ("profile", DbType.Binary));

    private static readonly HotSql EraseProfile = new("DELETE FROM member_profiles WHERE member = @member", ("member", DbType.Int64));

    private static readonly HotSql EraseProfiles = new(
        "DELETE FROM member_profiles WHERE member IN (SELECT id FROM members WHERE community = @community)",
        ("community", DbType.Int64));

    private static readonly HotSql FindCounts = new(
        "SELECT counts, messages FROM community_words WHERE community = @community",
        ("community", DbType.Int64));

    private static readonly HotSql PutCounts = new(
        """
        INSERT INTO community_words (community, messages, counts) VALUES (@community, @messages, @counts)
        ON CONFLICT (community) DO UPDATE SET messages = excluded.messages, counts = excluded.counts
        """,
        ("community", DbType.Int64),
        ("messages", DbType.Int64),
        ("counts", DbType.Binary));

    private static readonly HotSql FindNotes = new(
        "SELECT words, messages FROM community_word_notes WHERE community = @community ORDER BY number",
        ("community", DbType.Int64));

    private static readonly HotSql AddNote = HotSql.Insert(
        "community_word_notes",
        onConflict: string.Empty,
        keyLength: 0,
        ("community", DbType.Int64),
        ("number", DbType.Int64),
        ("messages", DbType.Int64),
        ("words", DbType.Binary));

    private static readonly HotSql RemoveCounts = new("DELETE FROM community_words WHERE community = @community", ("community", DbType.Int64));

    private static readonly HotSql RemoveNotes = new("DELETE FROM community_word_notes WHERE community = @community", ("community", DbType.Int64));

    /// <summary>The highest key of a member who has a profile; 0 where nobody has.</summary>
    public async ValueTask<long> HighestAsync(CancellationToken cancellationToken) => await session.NumberAsync(HighestProfile, cancellationToken) ?? 0;

    /// <summary>What <see cref="FindAsync"/> asks.</summary>
    public static Question ProfileOf(long member) => new(FindProfile, member);

    /// <summary>Null for a member of whom nothing is known.</summary>
    public async ValueTask<MemberProfile?> FindAsync(long member, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(FindProfile, cancellationToken, member);
        return await reader.ReadAsync(cancellationToken) ? ProfileBytes.Read(reader.GetFieldValue<byte[]>(0)) : null;
    }

    public async ValueTask PutAsync(long member, MemberProfile profile, CancellationToken cancellationToken) =>
        await session.WriteAsync(PutProfile, cancellationToken, member, ProfileBytes.Write(profile));

    /// <summary>Leaves nothing of a member.</summary>
    public async ValueTask EraseAsync(long member, CancellationToken cancellationToken) =>
        await session.WriteAsync(EraseProfile, cancellationToken, member);

    /// <summary>Leaves nothing of a community's members, nor of its words.</summary>
    public async ValueTask EraseCommunityAsync(long community, CancellationToken cancellationToken)
    {
        await session.WriteAsync(EraseProfiles, cancellationToken, community);
        await session.WriteAsync(RemoveCounts, cancellationToken, community);
        await session.WriteAsync(RemoveNotes, cancellationToken, community);
    }

    public async ValueTask<CommunityWords> WordsAsync(long community, CancellationToken cancellationToken)
    {
        var counts = await CountsAsync(community, cancellationToken);
        var noted = 0;
        await using var reader = await session.ReadAsync(FindNotes, cancellationToken, community);
        for (; await reader.ReadAsync(cancellationToken); noted++)
        {
            counts.Count(MemoryMarshal.Cast<byte, uint>(reader.GetFieldValue<byte[]>(0)), (int)reader.GetInt64(1));
        }

        return new CommunityWords(counts, noted);
    }

    /// <summary>Writes what was counted since the last time: as a note, or, where there are many, everything anew.</summary>
    public async ValueTask PutAsync(long community, CommunityWords words, CancellationToken cancellationToken)
    {
        if (words.IsDue)
        {
            await session.WriteAsync(RemoveNotes, cancellationToken, community);
            await session.WriteAsync(PutCounts, cancellationToken, community, (long)words.Counts.Messages, MemoryMarshal.AsBytes(words.Counts.ToArray().AsSpan()).ToArray());
        }
        else
        {
            await session.WriteAsync(AddNote, cancellationToken, community, (long)words.Notes, (long)words.Unwritten.Messages, MemoryMarshal.AsBytes(words.Unwritten.Words).ToArray());
        }

        words.Written();
    }

    private async ValueTask<WordCounts> CountsAsync(long community, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(FindCounts, cancellationToken, community);
        return await reader.ReadAsync(cancellationToken)
            ? new WordCounts(MemoryMarshal.Cast<byte, ushort>(reader.GetFieldValue<byte[]>(0)), (int)reader.GetInt64(1))
            : new WordCounts();
    }
}
