using System.Globalization;
using System.Text.Json;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Payloads as Discord sends them, with the fields that nobody reads as well.</summary>
public static class FakePayloads
{
    public static string Ready(FakeDiscordOptions options, string session, Uri resumeUrl, int shard, int shards)
    {
        var guilds = options.Guilds.Where(guild => ShardOf(guild, shards) == shard).Select(guild => $$"""{"id":"{{GuildId(guild)}}","unavailable":true}""");
        return $$"""
            {"v":10,"user_settings":{},"user":{"verified":true,"username":"EngageBot","mfa_enabled":true,"id":"{{options.BotId}}","global_name":null,
            "flags":0,"email":null,"discriminator":"0001","clan":null,"bot":true,"avatar":null},"session_type":"normal","session_id":"{{session}}",
            "resume_gateway_url":"{{resumeUrl}}","relationships":[],"private_channels":[],"presences":[],"guilds":[{{string.Join(',', guilds)}}],
            "guild_join_requests":[],"geo_ordered_rtc_regions":["rotterdam"],"shard":[{{shard}},{{shards}}],
            "auth":{},"application":{"id":"{{options.BotId}}","flags":565248},"_trace":["fake"]}
            """;
    }

    /// <summary>A message of a member, as MESSAGE_CREATE brings it.</summary>
    /// <param name="answered">The message that it replies to, where it does.</param>
    public static string Message(Snowflake id, Snowflake guild, Snowflake channel, Snowflake author, string content, (Snowflake Id, string Payload)? answered = null)
    {
        var at = id.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
        var name = "member" + (author.Value % 100_000).ToString(CultureInfo.InvariantCulture);
        var avatar = Convert.ToHexStringLower(BitConverter.GetBytes(author.Value * 0x9E3779B97F4A7C15)) + "5d7e1f20c3b4a596";
        return $$"""
            {"type":{{(answered is null ? 0 : 19)}},{{Reference(answered, guild, channel)}}"tts":false,"timestamp":"{{at}}","pinned":false,"nonce":"{{id.Value + 1}}","mentions":[],"mention_roles":[],"mention_everyone":false,
            "member":{"roles":["{{author.Value - 7}}","{{author.Value - 9}}","{{author.Value - 11}}","{{author.Value - 13}}","{{author.Value - 17}}"],"premium_since":null,"pending":false,"nick":null,"mute":false,
            "joined_at":"2024-03-02T18:11:09.123000+00:00","flags":2,"deaf":false,"communication_disabled_until":null,"banner":null,"avatar":null},
            "id":"{{id}}","flags":0,"embeds":[],"edited_timestamp":null,"content":{{JsonEncodedText.Encode(content).Quoted()}},"components":[],
            "channel_type":0,"channel_id":"{{channel}}","author":{"username":"{{name}}","public_flags":0,
            "primary_guild":{"tag":"BRCH","identity_guild_id":"{{guild}}","identity_enabled":true,"badge":"{{avatar}}"},"id":"{{author}}",
            "global_name":"{{name}} of the guild","display_name_styles":null,"discriminator":"0","collectibles":null,"clan":null,
            "avatar_decoration_data":{"sku_id":"{{channel.Value - 19}}","expires_at":null,"asset":"a_{{avatar}}"},"avatar":"{{avatar}}"},"attachments":[],"guild_id":"{{guild}}"}
            """.ReplaceLineEndings("");
    }

    private static string Reference((Snowflake Id, string Payload)? answered, Snowflake guild, Snowflake channel) => answered is not { } message
        ? string.Empty
        : $$"""
            "message_reference":{"type":0,"message_id":"{{message.Id}}","guild_id":"{{guild}}","channel_id":"{{channel}}"},"referenced_message":{{message.Payload}},
            """;

    /// <summary>A guild with text channels, as GUILD_CREATE brings it.</summary>
    public static string Guild(Snowflake id, string name, params (Snowflake Id, string Name)[] channels)
    {
        var list = channels.Select((channel, position) =>
            $$"""
            {"version":1,"type":0,"topic":null,"rate_limit_per_user":0,"position":{{position}},"permission_overwrites":[],"parent_id":null,
            "name":"{{channel.Name}}","last_message_id":null,"id":"{{channel.Id}}","flags":0}
            """.ReplaceLineEndings(""));
        return $$"""
            {"id":"{{id}}","name":"{{name}}","icon":null,"owner_id":"{{id.Value + 1}}","unavailable":false,"large":false,"member_count":3,"features":["COMMUNITY"],
            "joined_at":"2025-01-01T00:00:00.000000+00:00","preferred_locale":"en-US","system_channel_id":null,"rules_channel_id":null,
            "public_updates_channel_id":null,"roles":[{"version":1,"unicode_emoji":null,"tags":{},"position":0,"permissions":"2248473465835073",
            "name":"@everyone","mentionable":false,"managed":false,"id":"{{id}}","icon":null,"hoist":false,"flags":0,"color":0}],
            "channels":[{{string.Join(',', list)}}],"threads":[],"members":[],"presences":[],"voice_states":[],"emojis":[],"stickers":[]}
            """.ReplaceLineEndings("");
    }

    internal static int ShardOf(string guild, int shards) => GatewayClient.ShardOf(GuildId(guild), shards);

    private static Snowflake GuildId(string guild)
    {
        using var json = JsonDocument.Parse(guild);
        return Snowflake.Parse(json.RootElement.GetProperty("id").GetString()!);
    }

    private static string Quoted(this JsonEncodedText text) => $"\"{text}\"";
}
