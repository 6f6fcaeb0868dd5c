namespace EngageBot.Unanswered.Kinds;

/// <summary>Kinds that a text may be of, by some word in it: worth a closer look.</summary>
[Flags]
internal enum KindCue
{
    None = 0,
    Crisis = 1,
    Quarrel = 2,
    Scam = 4,
    Complaint = 8,
    Invitation = 16,

    /// <summary>Asks, in another language than English.</summary>
    AskingElsewhere = 32,

    /// <summary>Shows itself or its work, in another language than English.</summary>
    ShowingElsewhere = 64,
}
