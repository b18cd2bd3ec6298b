<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Fault;

use OCA\Compagnon\Port\Texts;

/** What happened to an item or a run and what can be done, by the code that its row keeps. */
final readonly class FaultWords {
	/** English source sentences. A test proves that every code in use has one. */
	private const SENTENCES = [
		'rate_limited' => 'The provider asks for fewer requests. It goes on by itself after a pause.',
		'daily_limit' => 'The provider lets no more through today. It goes on by itself tomorrow.',
		'unreachable' => 'The provider could not be reached. Try again later.',
		'stalled' => 'The transfer stood still for too long. Try again later.',
		'cut' => 'The connection ended before the file was complete. Try again later.',
		'provider_error' => 'The provider had a fault of its own. Try again later.',
		'bad_answer' => 'The provider answered something that Compagnon does not understand. Try again later, or pass this on to whoever looks after the space.',
		'foreign_host' => 'The provider sent us to an address that is not its own. Nothing was fetched from there.',
		'reconnect' => 'The provider does not let us in any more. Connect the account again, and it goes on where it stopped.',
		'missing_permission' => 'The account is connected without a permission that this needs. Connect it again and leave every box ticked.',
		'client_refused' => 'The provider does not know this space any more. Whoever looks after the space can enter its registration again.',
		'access_denied' => 'The account may not open this. Ask whoever owns it for access, then try again.',
		'vanished' => 'It is not there any more, or is not shared with the account any more.',
		'changed' => 'It was changed while it came. Try again to get what it is now.',
		'not_downloadable' => 'Its owner does not allow it to be downloaded. Ask that person for a copy.',
		'not_exportable' => 'It exists at the provider only, in a form that cannot be taken out. Its address is in the report.',
		'form' => 'A form lives at the provider only. Its answers come when they are in a table; make the form again in your space.',
		'site' => 'A site lives at the provider only. Its address is in the report.',
		'map' => 'A map lives at the provider only. It can be exported there by hand.',
		'script' => 'A script works at the provider only. Its address is in the report.',
		'too_large_to_export' => 'The document is too large for the provider to convert. Open it there and download it by hand.',
		'download_limit' => 'Too many people have downloaded this file lately. The provider opens it again within a day; try again tomorrow.',
		'harmful' => 'The provider takes this file for harmful and keeps it back. Who owns it can look at it there.',
		'dangling_shortcut' => 'The shortcut leads to something that is not there any more.',
		'shortcut_loop' => 'The shortcut leads back to a folder it lies in, so it would never end.',
		'shortcut_inside' => 'It is a shortcut to something that comes anyway.',
		'other_app' => 'It belongs to another program that keeps it there. Its address is in the report.',
		'folder_gone' => 'A folder that was chosen is not there any more. Choose again what comes.',
		'page_token' => 'The provider lost its place in the list. It begins the list again by itself.',
		'token_expired' => 'The permission for the account had to be renewed. Try again.',
		'domain_policy' => 'The organisation of this account does not let other services read it. Ask whoever looks after the account.',
		'account_suspended' => 'The provider has suspended this account. Ask whoever looks after the account.',
		'root_changed' => 'The account has been moved within its team. Connect it again, and it goes on where it stopped.',
		'locked_at_source' => 'Somebody used it at the provider all the time. Close it there, then try again.',
		'symlink' => 'A link to another place of the computer it comes from. It means nothing here.',
		'restricted' => 'The provider does not give this file out, for instance for reasons of copyright.',
		'archive_missing' => 'An archive is not in the files any more. Put it back, then try again.',
		'archive_changed' => 'An archive was changed since it was looked at. Begin again.',
		'archive_broken' => 'The archive is damaged or incomplete. Download it again from where you have it, then try again.',
		'archive_unknown' => 'This is no archive that Compagnon can open. It opens zip, tar and tar.gz.',
		'archive_part_missing' => 'A part of the archive is missing. Put all parts into your files, then begin again.',
		'encrypted' => 'It is protected with a password. Open the archive on your computer and put the files into your space.',
		'compression_unknown' => 'It is packed in a way that Compagnon cannot open. Open the archive on your computer and put the file into your space.',
		'unsafe_path' => 'Its path leads out of the archive. It was left out for safety.',
		'archive_locked' => 'Somebody uses the archive at the moment. It goes on by itself after a while.',
		'hard_link' => 'A second name for another file of the archive. That file comes under its first name.',
		'special_file' => 'A device or a channel of the computer it comes from. It holds nothing that could be kept.',
		'sparse' => 'It is packed with gaps, in a way that Compagnon cannot open. Open the archive on your computer and put the file into your space.',
		'overlapping' => 'Several files of the archive claim the same place, as in archives made to do harm. It was left out for safety.',
		'entry_broken' => 'The archive is damaged at this place. Download it again from where you have it, then try again.',
		'checksum' => 'What arrived is not what the provider has, several times over. Try again later.',
		'incomplete' => 'What arrived is not complete. Try again later.',
		'read_back' => 'What was stored is not what was written. Pass this on to whoever runs the server, then try again.',
		'no_room' => 'No room is left in the space. Make room or ask for more; it goes on where it stopped.',
		'no_staging_room' => 'The server has no room left for what is under way. Pass this on to whoever runs it; it goes on where it stopped.',
		'locked' => 'Somebody used the file here all the time. Close it, then try again.',
		'read_only' => 'Nothing can be put into this folder. Ask whoever shares it for the right to, then try again.',
		'target_missing' => 'The folder in which things arrive is not there any more. Begin again with another one.',
		'target_is_file' => 'A file has the name of the folder in which things are to arrive. Choose another folder, or rename the file.',
		'lost_again' => 'It was stored and was gone again soon after, twice. Try again, or ask who tidies up there.',
		'taken' => 'Something else has taken its name here meanwhile. Try again, and it gets another one.',
		'changed_here' => 'The file here was changed meanwhile and was left as it is. Try again, and both are kept.',
		'name_refused' => 'The space does not take this name. Rename it where it comes from, then try again.',
		'path_too_long' => 'It lies too deep in folders with long names. Shorten some of them where it comes from, then try again.',
		'storage_unavailable' => 'The files of the space did not answer. Try again later.',
		'not_counted' => 'It was found, and then nobody could say what became of it. Try again.',
		'internal' => 'Something went wrong on the server. Try again, or pass this on to whoever runs it.',
		'left_out' => 'It was left out by choice.',
		'cancelled' => 'It was stopped before its turn came.',
		'kept_version' => 'The space has a newer one, which was kept.',
		'not_connected' => 'No account is connected for this any more. Connect one, and it goes on where it stopped.',
		'token_refused' => 'The provider does not let us in any more. Connect the account again, and it goes on where it stopped.',
		'client_missing' => 'This space is not registered at the provider any more. Whoever looks after the space can set that up again.',
		'consent_unknown' => 'This way back from the provider is not known, or was used already. Connect again from here.',
		'consent_expired' => 'Connecting took too long. Connect again from here.',
		'consent_denied' => 'The provider was not given permission, so nothing was connected and nothing was read.',
		'consent_failed' => 'The provider could not connect the account. Try again a little later.',
		'scopes_missing' => 'The account was connected without a permission that this needs. Connect it again and leave every box ticked.',
		'refresh_missing' => 'The provider gave a permission for one hour only. Remove Compagnon from the account there, then connect again.',
		'api_not_enabled' => 'The registration of this space at the provider lacks a service. Whoever looks after the space can switch it on there.',
		'account_unreadable' => 'The provider does not say whose account it is. Try again a little later.',
		'provider_trouble' => 'The provider had a fault of its own. Try again later.',
		'provider_refused' => 'The provider refused what it was asked. Try again later, or pass this on to whoever looks after the space.',
		'unknown_source' => 'This way of moving in is not there any more. Whoever runs the server can say more.',
		'archive_multipart' => 'The archive is cut into pieces in an old way. Open it on your computer and put the files into your space.',
		'archive_truncated' => 'The end of the archive is missing. Download it again from where you have it, then try again.',
		'unreachable_no_connection' => 'The provider could not be reached. Try again later.',
		'unreachable_cut' => 'The connection ended before the file was complete. Try again later.',
		'unreachable_stalled' => 'The transfer stood still for too long. Try again later.',
		'unreachable_foreign_host' => 'The provider sent us to an address that is not its own. Nothing was fetched from there.',
		'unreachable_not_taken' => 'The provider could not be reached. Try again later.',
		'unreachable_other' => 'The provider could not be reached. Try again later.',
		'declined' => 'The person did not want it.',
	];

	public function __construct(
		private Texts $texts,
	) {
	}

	/** @return string in the person's language; for a code of another version of the app, that it did not work */
	public function sentence(string $code): string {
		return $this->texts->t(self::source($code));
	}

	/** @return string the English source sentence */
	public static function source(string $code): string {
		return self::SENTENCES[$code] ?? self::SENTENCES['internal'];
	}

	public static function knows(string $code): bool {
		return isset(self::SENTENCES[$code]);
	}
}
