namespace EngageBot.Slack.Events;

/// <summary>Whether a request is Slack's.</summary>
public enum SignatureResult
{
    /// <summary>It is, and it is from now.</summary>
    Valid,

    /// <summary>Its time is more than five minutes from now: somebody may send again what once was good.</summary>
    Stale,

    /// <summary>It is signed by somebody else, or was changed on the way.</summary>
    BadSignature,

    /// <summary>It is not signed, or not as Slack signs.</summary>
    Malformed,
}
