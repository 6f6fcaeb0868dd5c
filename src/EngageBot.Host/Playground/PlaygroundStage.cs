namespace EngageBot.Host.Playground;

/// <summary>A town with those who move it.</summary>
internal sealed record PlaygroundStage(PlaygroundTown Town, PlaygroundDriver Driver, PlaygroundTalk Talk);
