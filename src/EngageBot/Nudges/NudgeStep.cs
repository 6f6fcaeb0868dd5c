namespace EngageBot.Nudges;

/// <summary>A step of the ladder for an open post. The numbers are stored.</summary>
public enum NudgeStep
{
    /// <summary>People who may know are asked privately.</summary>
    Ask = 1,

    /// <summary>The post is shown to everybody, in the way that the rules choose: on the waiting board, by a forum's tag, or by a reply.</summary>
    Board = 2,
}
