namespace EngageBot.Outbox;

/// <summary>
/// One of the features that have the bot say something. It looks at the store, puts into the outbox what is to be said and changes or withdraws what stands, and keeps nothing
/// in memory that a restart would lose.
/// </summary>
internal interface IVoice
{
    /// <summary>The forms of what it says; each has one voice.</summary>
    IReadOnlyList<OutboxKind> Kinds { get; }

    /// <summary>Brings the outbox in line with the store.</summary>
    Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Whether something planned is still to be said: the last question before it is.</summary>
    Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    void Forget();
}
