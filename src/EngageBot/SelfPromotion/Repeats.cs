namespace EngageBot.SelfPromotion;

/// <summary>How often something of the same author was seen in the window, the message itself among them.</summary>
/// <param name="Times">Messages.</param>
/// <param name="Channels">Different channels they stood in.</param>
internal readonly record struct Repeats(int Times, int Channels)
{
    public static Repeats None => new(1, 1);
}
