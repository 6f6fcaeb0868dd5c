namespace EngageBot.Nudges;

/// <summary>A step of the ladder for an open post. The numbers are stored.</summary>
public enum NudgeStep
{
    /// <summary>People who may know are asked privately.</summary>
    Ask = 1,

    /// <summary>The post joins the waiting board, one message in a channel that moderators choose.</summary>
    Board = 2,
}
