using System.Text;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>The fake reads what arrives with a parser of its own, and reports what is not well formed.</summary>
public sealed class FilesTests
{
    [Theory]
    [InlineData("chart.png")]
    [InlineData("Übersicht 📈.png")]
    [InlineData("a\"; name=\"payload_json")]
    [InlineData("a\r\nContent-Type: text/html\r\n\r\n<html>")]
    public async Task Files_arrive_with_their_names_descriptions_and_bytes(string name)
    {
        await using var server = await RestServer.StartAsync();
        var second = Encoding.UTF8.GetBytes("--boundary\r\n\r\n{}");
        var message = new MessageProperties
        {
            Content = "two files",
            Files =
            [
                new FileProperties(name, new byte[] { 0, 1, 254, 255 }) { ContentType = "image/png", Description = "Answers \"per\" day" },
                new FileProperties("second.txt", second),
            ],
        };

        var sent = (await server.Client.CreateMessageAsync(server.Channel, message, CancellationToken.None)).ValueOrThrow();

        Assert.Equal([name, "second.txt"], sent.Attachments.Select(file => file.Filename));
        Assert.Equal("Answers \"per\" day", sent.Attachments[0].Description);
        Assert.Equal([0, 1, 254, 255], server.World.Files[sent.Attachments[0].Id]);
        Assert.Equal(second, server.World.Files[sent.Attachments[1].Id]);
        Assert.Equal(["files[0]", "files[1]"], Assert.Single(server.Rest.Calls).Files.Keys);
    }

    [Fact]
    public async Task An_edit_keeps_the_files_it_names_and_adds_new_ones()
    {
        await using var server = await RestServer.StartAsync();
        var two = new MessageProperties { Files = [new FileProperties("a.txt", new byte[] { 1 }), new FileProperties("b.txt", new byte[] { 2 })] };
        var sent = (await server.Client.CreateMessageAsync(server.Channel, two, CancellationToken.None)).ValueOrThrow();

        var edit = new MessageEditProperties { Keep = [sent.Attachments[1].Id], Files = [new FileProperties("c.txt", new byte[] { 3 })] };
        var edited = (await server.Client.EditMessageAsync(server.Channel, sent.Id, edit, CancellationToken.None)).ValueOrThrow();

        Assert.Equal(["b.txt", "c.txt"], edited.Attachments.Select(file => file.Filename));
    }

    [Fact]
    public async Task An_answer_to_an_interaction_can_have_files()
    {
        await using var server = await RestServer.StartAsync();
        var interaction = server.World.AddInteraction(server.Channel);
        var message = new MessageProperties { Files = [new FileProperties("a.txt", new byte[] { 1 })], Flags = MessageFlags.Ephemeral };

        await server.Client.CreateInteractionResponseAsync(interaction.Id, interaction.Token, new InteractionResponse.ChannelMessageWithSource(message), CancellationToken.None);
        var original = await server.Client.GetOriginalInteractionResponseAsync(server.World.BotId, interaction.Token, CancellationToken.None);

        Assert.Equal("a.txt", Assert.Single(original.ValueOrThrow().Attachments).Filename);
        Assert.Equal(MessageFlags.Ephemeral, original.ValueOrThrow().Flags);
    }
}
