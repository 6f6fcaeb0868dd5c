using EngageBot.Chat;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>What comes into a channel by itself: through a webhook, an integration, or a bot that passes on news.</summary>
/// <param name="Name">Of the webhook, integration or bot; empty where a person stands for it, or it has none.</param>
/// <param name="Posts">In the last 30 days.</param>
/// <param name="Answered">So many of them somebody replied to.</param>
internal sealed record Feed(ChannelId Channel, string ChannelName, string Name, long Posts, long Answered);
