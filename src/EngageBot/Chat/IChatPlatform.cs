namespace EngageBot.Chat;

/// <summary>
/// A platform on which the bot can speak. What can be expected to go wrong is a result; what is thrown is a bug, and after it nobody knows whether
/// anything was done.
/// </summary>
public interface IChatPlatform
{
    Platform Platform { get; }

    /// <summary>For so long after a message was sent, the same one sent again is recognised by its outbox id and appears once. Zero where it never is.</summary>
    TimeSpan RecognisesRepeatsFor { get; }

    /// <summary>What happened while the bot was away is stored: until then a post may have an answer that is not known, and nothing new is said.</summary>
    bool IsCaughtUp { get; }

    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Changes a message of the bot's own.</summary>
    /// <param name="message">Named by its place; its text is the new one.</param>
    Task<SendResult> EditAsync(MessagePlace place, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Takes away a message of the bot's own.</summary>
    Task<SendResult> DeleteAsync(MessagePlace place, CancellationToken cancellationToken);

    /// <summary>Whether somebody's message is still there.</summary>
    Task<PostPresence> FetchAsync(MessagePlace place, CancellationToken cancellationToken);

    /// <summary>Looks for a message that may have been sent, at this moment or later.</summary>
    Task<FindResult> FindAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>
    /// Whether a member can read a channel now, or in the last minute: asked before he is shown what was written there. Who can read a channel can read its public
    /// threads; a private thread is a channel of its own.
    /// </summary>
    Task<ReadAccess> CanReadAsync(MemberId member, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Whether a member may manage the community now, or in the last minute, by the platform's own rights; null where that cannot be found out.</summary>
    Task<bool?> ManagesAsync(MemberId member, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);

    /// <summary>Whether a member has a role now, or in the last minute; null where that cannot be found out.</summary>
    /// <param name="role">Its id or its name. Nobody has one of which there are none, or several of that name, and none is that of everybody.</param>
    Task<bool?> HasRoleAsync(MemberId member, string role, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);

    /// <summary>Whether a member is there now: asked before something is said to him of the bot's own accord.</summary>
    Task<MemberPresence> PresenceAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>Puts the community's "needs an answer" tag on a forum post, or takes it off. Twice is as good as once.</summary>
    Task<SendResult> TagAsync(MessagePlace post, bool isOn, CancellationToken cancellationToken);

    /// <summary>Puts an emoji of the bot's own under a message, or takes it off. Twice is as good as once.</summary>
    /// <param name="emoji">The emoji itself.</param>
    Task<SendResult> ReactAsync(MessagePlace place, string emoji, bool isOn, CancellationToken cancellationToken);

    /// <summary>An address at which members can read a message; null where there is none.</summary>
    Uri? LinkTo(MessagePlace place);
}
