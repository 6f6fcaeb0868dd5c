namespace EngageBot.Stats.Daily;

/// <summary>When somebody wrote in a period; unix milliseconds, 0 for never.</summary>
internal struct PersonTally
{
    public long FirstAt { get; private set; }

    public long LastAt { get; private set; }

    /// <summary>His first post that stands.</summary>
    public long FirstPostAt { get; private set; }

    /// <summary>It was answered.</summary>
    public bool IsAnswered { get; private set; }

    public void Write(long at)
    {
        FirstAt = FirstAt == 0 || at < FirstAt ? at : FirstAt;
        LastAt = at > LastAt ? at : LastAt;
    }

    public void Post(long at, bool isAnswered)
    {
        if (FirstPostAt == 0 || at < FirstPostAt)
        {
            (FirstPostAt, IsAnswered) = (at, isAnswered);
        }
    }
}
