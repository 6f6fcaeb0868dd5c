namespace EngageBot.TestKit;

/// <summary>Builders: a test shows only what matters to it.</summary>
public static class A
{
    public static MessageBuilder Message(string text) => new(text);
}
