using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Profiles;

/// <summary>What messages are about whose text is kept no longer, from a history that is read again. It is all that is taken from it: the text does not come back.</summary>
internal sealed class RereadWords(WriteSession session)
{
    /// <summary>Who opted out has no author's row, and what was deleted is to stay unknown.</summary>
    private static readonly HotSql WithoutText = new(
        """
        SELECT m.id
        FROM communities o
        JOIN channels c ON c.community = o.id
        JOIN messages m ON m.channel = c.id
        WHERE o.platform = @platform AND o.platform_id = @community AND c.platform_id = @channel AND m.number = @number
            AND m.text IS NULL AND m.deleted_at IS NULL AND m.author IS NOT NULL AND (m.traits & 7) = 0
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("channel", DbType.String),
        ("number", DbType.Int64));

    private readonly Dictionary<long, uint[]> _words = [];
    private readonly uint[] _buffer = new uint[TopicWords.Most];

    public int Count => _words.Count;

    public async ValueTask NoteAsync(MessageCreated message, CancellationToken cancellationToken)
    {
        var (community, channel) = (message.Community, message.Channel);
        if (await session.NumberAsync(WithoutText, cancellationToken, (int)community.Platform, community.Value, channel.Value, message.Id.Number) is { } key)
        {
            _words[key] = _buffer[..TopicWords.Read(message.Text, _buffer)];
        }
    }

    /// <summary>Null where nothing was read.</summary>
    public uint[]? Find(long message) => _words.GetValueOrDefault(message);
}
