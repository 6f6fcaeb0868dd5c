namespace EngageBot.Simulation.Model;

/// <summary>A member as he is now, under one bot.</summary>
internal sealed class Resident(Person person)
{
    public Person Person => person;

    /// <summary>Annoyed by the bot.</summary>
    public bool HasLeft { get; set; }

    /// <summary>A newcomer who did not come back.</summary>
    public bool StayedAway { get; set; }

    /// <summary>Hears no more from the bot.</summary>
    public bool HasSilenced { get; set; }

    /// <summary>A newcomer of whom it is known that he came back.</summary>
    public bool CameBack { get; set; }

    /// <summary>Agreed to be asked.</summary>
    public bool Helps { get; set; }

    /// <summary>Messages of the bot that are not forgotten yet, and when that was so.</summary>
    public double Load { get; set; }

    public DateTimeOffset LoadAt { get; set; }

    /// <summary>How many messages of the bot he met.</summary>
    public int Met { get; set; }

    public bool IsHere(DateTimeOffset now) => !HasLeft && !StayedAway && person.JoinsAt <= now;
}
