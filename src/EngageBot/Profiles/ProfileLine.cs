namespace EngageBot.Profiles;

/// <summary>What a profile takes from a message.</summary>
/// <param name="Channel">The key of the channel.</param>
/// <param name="IsOpen">Whether every member of the community may read the channel.</param>
/// <param name="Asks">Whether it asks for an answer and starts a conversation.</param>
internal readonly record struct ProfileLine(int Channel, bool IsOpen, long At, bool Asks)
{
    public int Place => IsOpen ? Topics.Everywhere : Channel;
}
