namespace EngageBot.Outcomes;

/// <summary>
/// What asking somebody in private changes: of the posts that were to be asked about the share that was answered within the time, less that of those held out. Each post
/// counts in the arm it was drawn into, also where nobody was found to ask or nobody was reached.
/// </summary>
/// <param name="Asked">Answered of those that were to be asked about.</param>
/// <param name="HeldOut">Answered of those held out.</param>
internal sealed record EffectEstimate(Share Asked, Share HeldOut)
{
    /// <summary>With fewer in either arm one answer more or less would change the picture.</summary>
    public const int FewestInArm = 20;

    /// <summary>An interval with both harm and benefit in it says something only where it is no wider than 20 points of a hundred.</summary>
    public const double WidestUndecided = 0.20;

    /// <summary>In shares: 0.1 is ten more answered of a hundred.</summary>
    public double Difference => Asked.Value - HeldOut.Value;

    public Interval Interval => Share.Difference(Asked, HeldOut);

    /// <summary>
    /// Not enough yet: fewer than twenty posts in either arm, or an interval that reaches from harm to benefit and is wider than 20 points. Else it helps or harms where the
    /// interval leaves out 0, and makes little difference where it does not.
    /// </summary>
    public EffectVerdict Verdict => (Asked.Of, HeldOut.Of) is ( < FewestInArm, _) or (_, < FewestInArm) ? EffectVerdict.NotEnoughYet
        : Interval.Lower > 0 ? EffectVerdict.Helps
        : Interval.Upper < 0 ? EffectVerdict.Harms
        : Interval.Width > WidestUndecided ? EffectVerdict.NotEnoughYet
        : EffectVerdict.MakesLittleDifference;
}
