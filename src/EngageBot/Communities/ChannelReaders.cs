using System.Data;
using EngageBot.Database;

namespace EngageBot.Communities;

/// <summary>Who can read a private channel.</summary>
internal sealed class ChannelReaders(WriteSession session)
{
    private static readonly HotSql Clear = new("DELETE FROM channel_readers WHERE channel = @channel", ("channel", DbType.Int64));

    private static readonly HotSql Add = new(
        "INSERT INTO channel_readers (channel, member) VALUES (@channel, @member) ON CONFLICT (channel, member) DO NOTHING",
        ("channel", DbType.Int64),
        ("member", DbType.Int64));

    public async ValueTask ReplaceAsync(long channel, IEnumerable<long> members, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(Clear, cancellationToken, channel);
        foreach (var member in members)
        {
            await session.ExecuteAsync(Add, cancellationToken, channel, member);
        }
    }
}
