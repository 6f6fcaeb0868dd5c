namespace EngageBot.TestKit;

/// <summary>What goes wrong with one event on its way to a client.</summary>
public enum FakeDeliveryFault
{
    None,

    /// <summary>It does not arrive, until the platform's own way of making up for that brings it: a resume, a redelivery.</summary>
    Lose,

    /// <summary>It arrives twice.</summary>
    Duplicate,

    /// <summary>It arrives after the one behind it.</summary>
    Reorder,
}
