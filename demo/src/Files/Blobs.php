<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

/** The bytes of files, in the data folder; names never become paths. */
final readonly class Blobs {
	private const STALE_SECONDS = 86400;

	public function __construct(
		private string $dataFolder,
	) {
	}

	public function path(int $id): string {
		return $this->folder('files') . '/' . $id;
	}

	/**
	 * Takes one slice of an upload. The same slice may come again after a lost answer.
	 *
	 * @param string $upload the browser's own name for this upload
	 * @param int $offset where in the file the slice begins
	 * @param ?int $length bytes announced
	 * @return int bytes received so far
	 * @throws Refused when a slice is missing or there is no room
	 */
	public function receive(string $account, string $upload, int $offset, ?int $length): int {
		if ($offset === 0) {
			$this->sweep();
		}
		$to = fopen($this->upload($account, $upload), 'c+b');
		$from = fopen('php://input', 'rb');
		if ($to === false || $from === false || !flock($to, LOCK_EX)) {
			throw new \RuntimeException('The upload cannot be written');
		}
		try {
			if ($offset < 0 || $offset > (fstat($to)['size'] ?? 0)) {
				throw new Refused(409, 'error.uploadOrder', 'offset');
			}
			ftruncate($to, $offset);
			fseek($to, $offset);
			$copied = stream_copy_to_stream($from, $to);
			if ($copied === false || ($length !== null && $copied !== $length)) {
				throw new Refused(507, 'error.noRoom');
			}
			return $offset + $copied;
		} finally {
			fclose($to);
		}
	}

	/** @return int bytes received so far */
	public function received(string $account, string $upload): int {
		return (int)filesize($this->upload($account, $upload));
	}

	public function keep(string $account, string $upload, int $id): void {
		if (!rename($this->upload($account, $upload), $this->path($id))) {
			throw new \RuntimeException('The upload cannot be kept');
		}
	}

	/** @param string|resource $bytes */
	public function write(int $id, mixed $bytes): void {
		if (file_put_contents($this->path($id), $bytes) === false) {
			throw new \RuntimeException('The file cannot be written');
		}
	}

	/**
	 * Copies bytes to where nobody sees them yet. What nobody comes for goes like uploads that nobody finished.
	 *
	 * @param resource $from
	 * @return string path
	 */
	public function stage(mixed $from): string {
		$path = $this->folder('uploads') . '/' . bin2hex(random_bytes(16));
		$to = fopen($path, 'xb');
		$copied = $to === false ? false : stream_copy_to_stream($from, $to);
		if ($to === false || $copied === false || !fclose($to)) {
			throw new \RuntimeException('The file cannot be written');
		}
		fclose($from);
		return $path;
	}

	public function settle(string $staged, int $id): void {
		if (!rename($staged, $this->path($id))) {
			throw new \RuntimeException('The file cannot be kept');
		}
	}

	public function keepVersion(int $id, int $number): void {
		if (!rename($this->path($id), $this->version($id, $number))) {
			throw new \RuntimeException('The file cannot be put aside');
		}
	}

	public function version(int $id, int $number): string {
		return $this->path($id) . ".v$number";
	}

	public function cancel(string $account, string $upload): void {
		$this->remove($this->upload($account, $upload));
	}

	public function delete(int $id): void {
		$versions = glob($this->path($id) . '.v*');
		array_map($this->remove(...), [$this->path($id), ...($versions === false ? [] : $versions)]);
	}

	private function upload(string $account, string $upload): string {
		if (preg_match('/^[\w-]{8,64}$/D', $upload) !== 1) {
			throw new Refused(400, 'error.request', 'upload');
		}
		return $this->folder('uploads') . '/' . hash('sha256', "$account $upload");
	}

	/** Uploads that nobody finished. */
	private function sweep(): void {
		$files = glob($this->folder('uploads') . '/*');
		foreach ($files === false ? [] : $files as $file) {
			if (filemtime($file) < time() - self::STALE_SECONDS) {
				$this->remove($file);
			}
		}
	}

	private function folder(string $name): string {
		$folder = $this->dataFolder . '/' . $name;
		// Two workers may try to make it at once.
		return is_dir($folder) || @mkdir($folder) || is_dir($folder) ? $folder : throw new \RuntimeException("$folder cannot be made");
	}

	private function remove(string $file): void {
		if (is_file($file)) {
			unlink($file);
		}
	}
}
