using EngageBot.Chat;

namespace EngageBot.Commands;

/// <summary>Whether a member may be shown what is of a channel, its name among it, now.</summary>
public delegate Task<bool> MaySee(MemberId reader, ChannelId channel, CancellationToken cancellationToken);
