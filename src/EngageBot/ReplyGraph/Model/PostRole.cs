namespace EngageBot.ReplyGraph.Model;

/// <summary>Who wrote a line, to a post.</summary>
internal enum PostRole
{
    /// <summary>The post's author: his lines may go on from it.</summary>
    Author,

    /// <summary>Another member: his lines may answer it.</summary>
    Other,

    /// <summary>A bot: its lines are no answers.</summary>
    Nobody,
}
