namespace EngageBot.Turns;

/// <summary>A post whose author's turn it is, and the reply that he has not answered.</summary>
internal sealed record WaitingTurn(TurnPost Post, TurnReply Reply);
