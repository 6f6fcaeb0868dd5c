using System.Data.Common;
using EngageBot.Chat;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>Reads rows of the queue.</summary>
internal static class QueueRows
{
    /// <param name="first">The column that its own begin with.</param>
    public static QueuedPromotion Read(DbDataReader reader, int first) => new()
    {
        Message = reader.GetInt64(first),
        Community = reader.GetInt64(first + 1),
        ChannelName = reader.GetString(first + 2),
        Place = new MessagePlace(
            new ChannelId(new CommunityId((Platform)reader.GetInt32(first + 4), reader.GetString(first + 5)), reader.GetString(first + 3)),
            reader.IsDBNull(first + 6) ? null : new MessageId(reader.GetInt64(first + 6)),
            new MessageId(reader.GetInt64(first + 7), reader.IsDBNull(first + 8) ? null : reader.GetString(first + 8))),
        Text = reader.IsDBNull(first + 9) ? null : reader.GetString(first + 9),
        Reasons = reader.GetString(first + 10).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        IsAccepted = reader.IsDBNull(first + 11) ? null : reader.GetInt32(first + 11) != 0,
    };
}
