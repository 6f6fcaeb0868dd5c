namespace EngageBot.ReplyGraph;

/// <summary>What says that a message answers another, the surest last: where several speak of one message, the highest counts. The numbers are stored.</summary>
public enum LinkSource
{
    /// <summary>Mention and recency.</summary>
    Rules = 1,

    /// <summary>The trained model, as the message came.</summary>
    Model = 2,

    /// <summary>The trained model, with the lines that came after.</summary>
    SecondLook = 3,

    /// <summary>Written in somebody's thread.</summary>
    Thread = 4,

    /// <summary>The platform's own reply button.</summary>
    Explicit = 5,

    /// <summary>A person said so.</summary>
    Person = 6,
}
