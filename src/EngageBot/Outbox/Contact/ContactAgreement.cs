namespace EngageBot.Outbox.Contact;

/// <summary>What a member said to messages of a kind. The numbers are stored.</summary>
internal enum ContactAgreement
{
    /// <summary>He was never asked: your turn and the promoter's note may be offered once, nothing else.</summary>
    NotAsked = 0,

    /// <summary>He opted in, or started it.</summary>
    Agreed = 1,

    /// <summary>He said no, pressed <i>Stop asking me</i>, or was offered it and said nothing.</summary>
    Declined = 2,
}
