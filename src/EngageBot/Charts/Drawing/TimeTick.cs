namespace EngageBot.Charts.Drawing;

/// <param name="At">Where it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="Below">What is said below it where it is new: the year, or the day.</param>
internal sealed record TimeTick(DateTimeOffset At, string Text, string Below);
