namespace EngageBot.Outcomes;

/// <summary>What can be said of an effect.</summary>
internal enum EffectVerdict
{
    /// <summary>Too little was seen: no figure is shown.</summary>
    NotEnoughYet = 0,

    /// <summary>More are answered with asking.</summary>
    Helps = 1,

    /// <summary>If there is a difference it is small.</summary>
    MakesLittleDifference = 2,

    /// <summary>Fewer are answered with asking.</summary>
    Harms = 3,
}
