namespace EngageBot.ReplyGraph;

/// <summary>How it is found what a message answers, where the platform does not say.</summary>
public enum ResolverKind
{
    /// <summary>The trained model.</summary>
    Model,

    /// <summary>Mention and recency.</summary>
    Rules,
}
