namespace EngageBot.Simulation.Bots;

/// <summary>What a bot said.</summary>
internal sealed class Said
{
    /// <summary>Messages to one member.</summary>
    public int Private { get; set; }

    /// <summary>New messages that everybody can read.</summary>
    public int Public { get; set; }

    /// <summary>Posts put on a board that stood already: it is changed in place, and nobody is notified.</summary>
    public int PutOnBoard { get; set; }

    /// <summary>Notifications on people's screens.</summary>
    public int Notified { get; set; }
}
